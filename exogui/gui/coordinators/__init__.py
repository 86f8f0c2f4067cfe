"""What happens when: they join the window's parts to the controllers. One for each thing a person does."""
