"""From a document of the makers to the folder of a publication: read, mend, place by recipe, write."""
