"""What an organisation's IT has set, and a person cannot change."""
