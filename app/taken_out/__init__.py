"""What people take out of Chainrule: programs and files that hold a checkpoint and need no Chainrule."""
