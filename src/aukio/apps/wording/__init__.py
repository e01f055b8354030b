"""The wording room: people check how clear a text is. It prepares a review and approves nothing."""
