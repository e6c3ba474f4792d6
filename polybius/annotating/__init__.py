"""What a document's words are about: from Document to Annotations."""
