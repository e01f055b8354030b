"""Co-creation of the next plan: calls, proposals from anyone, and a reasoned response to each."""
