"""From Pagina to Bestand: turn finished pages into the bytes of one file format."""
