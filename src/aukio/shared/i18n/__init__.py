"""Languages, and dates and numbers as Finns write them."""
