"""The reports for print: pages on sheets of paper, and PDF files of them."""
