"""Many exams: a folder, a database or a table in; tables of results, each column documented, out."""
