"""The pages of the workbench, one module each: a request in, a page out."""
