"""One engine a program: reads a case, makes updates when told to, and says how long they took."""
