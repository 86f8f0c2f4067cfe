"""What is wrong with a row: numbering plans, e-mails, texts, data that should not leave."""
