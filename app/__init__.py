"""Chainrule: a web page that shows how a neural network learns."""
