"""What the room cohort has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    # One exam.
    "no_marks": _("No file of marks of {exam} was found in {place}."),
    "several_marks": _("{count} files of marks of {exam} were found, and one is expected: {names:;}."),
    "no_reading": _("No saved reading was found among the files of the exam."),
    "no_memory": _("The memory did not suffice for the exam."),
    "worker_died": _(
        "The process that read the exam ended twice without an answer, perhaps for lack of memory; the exam is tried "
        "again when the command is."
    ),
    "unexpected": _("Unexpected failure: {fault}. The exam is tried again when the command is."),
    # The list of exams.
    "no_source": _("{place} is neither a folder, nor a Slicer database, nor a table (.csv, .tsv, .parquet)."),
    "marks_in_table": _("{file} is a table: the marks of each exam stand in its column marks, not in --lesions."),
    "no_exams": _("{place} holds no exam: neither folders of images, nor images."),
    "twice": _("Two exams would be called {exam}; give one of them another name."),
    "table_unreadable": _("{file} could not be read as a table: {fault}."),
    "table_columns": _("{file} has no column {column}; it has: {columns:;}."),
    "table_twice": _("{file} has two columns that are called {column} in the result."),
    "table_repeated": _("{file}: rows {first} and {second} are the same exam, series, marks and reader."),
    "table_empty": _("{file}, row {row}: {column} is empty."),
    "table_choice": _("{file}, row {row}: {column} {value} is none of {known}."),
    "table_number": _("{file}, row {row}: {column} {value} is not a number."),
    "one_file_for_all": _(
        "{path} is one file, and every exam has marks of its own: give a folder with a file for each exam, or a name "
        "with {{exam}} or {{folder}} in it."
    ),
    "unknown_place": _("{path}: only {{exam}} and {{folder}} can stand in braces."),
    # The run.
    "jobs": _("--jobs {jobs} is not a number of processes."),
    "jobs_and_scheduler": _("--jobs and --scheduler exclude each other: a Dask cluster has the workers that it has."),
    "in_use": _("Another run is at work in {folder}."),
    "not_written": _(
        "{file} could not be written: {reason}. What is done is kept; the same command goes on from there."
    ),
    "no_dask": _('--scheduler needs Dask: pip install "smartscore[cohort]".'),
    "no_parquet_reader": _('{file} needs pyarrow: pip install "smartscore[cohort]".'),
    "no_scheduler": _("The Dask scheduler {address} cannot be reached: {reason}."),
    "scheduler_lost": _("The Dask scheduler went away. What is done is kept; the same command goes on from there."),
    "no_workers": _("The Dask scheduler {address} has no worker (dask worker {address} --nthreads 1 --nworkers 4)."),
    "threads": _(
        "Workers of the Dask scheduler {address} have several threads, and an exam needs a process of its own: start "
        "them with --nthreads 1, and --nworkers for how many."
    ),
    "other_software": _("A worker has {worker}, and this is {own}: rows of two versions must not stand in one table."),
    "key_inside": _("The keys must not lie in the folder of the tables, {folder}, which is passed on."),
    "secret_damaged": _("{file} is not the secret that was written there; without it the hashes are other ones."),
    "stopped": _("Stopped. {done} of {total} exams are done and kept; the same command goes on from there."),
    # A manifest.
    "manifest_unreadable": _("{file} is not the manifest of a cohort: {fault}."),
    "manifest_keys": _(
        "The cohort of {file} is de-identified: give its keys with --deidentify, and where the exams lie."
    ),
    "table_changed": _("{table} is not the table that the manifest names; it was changed, or is of another run."),
    "other_table": _("{table} differs from the one of the manifest."),
    "record_missing": _("Record {record} ({exam}) is not there any more."),
    "record_new": _("Record {record} ({exam}) was not there before."),
    "record_differs": _("Record {record} ({exam}) differs in: {columns}."),
    "records_more": _("{count:record differs|more records differ}."),
}

INVALID = {
    "series_apart": _(
        "Images of the same series lie in {exams:;} too, and each part was scored by itself; the score does not hold."
    ),
}

LIMITS = {
    "same_images": _("The same images are also in {exams:;}."),
}

NOTES = {
    "no_parquet": _('Parquet tables were not written; they need pyarrow: pip install "smartscore[cohort]".'),
    "own_left_out": _("Columns of your own were left out, as they may name people: {columns:;}."),
    "other_version": _("{name} was {then} when the manifest was written, and is {now} here."),
    "verified": _("{count:table is|tables are} the same, byte by byte, as those of the manifest."),
}
