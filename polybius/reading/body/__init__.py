"""Finding the body of a report in a page's tree, and nothing beside it.

Tables that lay out the page are flattened, furniture is taken out, trafilatura
extracts, and the paragraphs are read a second time.
"""
