-- What landing is measured against: the engine's own conversion of the same rows, types and formats given, with no check and no key.
copy (
    select * from read_csv(
        $from,
        header = true, auto_detect = false, delim = ',', quote = '"', dateformat = '%d/%m/%Y', timestampformat = '%d/%m/%Y %H:%M', ignore_errors = true,
        columns = {
            'PPN Ref': 'varchar', 'Person URN': 'varchar', 'Surname': 'varchar', 'Forename(s)': 'varchar', 'DOB': 'date', 'Sex': 'varchar',
            'Self-defined ethnicity': 'varchar', 'Home postcode': 'varchar', 'Incident date': 'date', 'Created': 'timestamp',
            'Notice type': 'varchar', 'Risk': 'varchar', 'Triage date': 'date', 'Triage outcome': 'varchar'
        }
    )
) to $to (format parquet, compression zstd)
