"""What is chosen, looked at closely."""
