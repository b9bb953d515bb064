"""All projects of the reader: searched, filtered, and asked what an outlet left out."""
