"""From a file's bytes to a sheet of rows: CSV and workbooks, whatever program wrote them."""
