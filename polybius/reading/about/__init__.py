"""What a page says about its report: headline, outlet, authors, agency, date, language, links."""
