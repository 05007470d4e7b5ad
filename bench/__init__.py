"""What Chainrule costs, measured beside its peers; each part prints tables and writes them as JSON."""
