"""What the pages, the API and the files read. What is not public never comes from here
without a person of the team asking (``queries.desk``)."""
