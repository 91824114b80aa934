-- Who the submissions that count are about; empty until they are read in.
create or replace temp table identity (
    source_ref varchar,
    agency varchar,
    local_id varchar,
    nhs_number varchar,
    upn varchar,
    surname varchar,
    forename varchar,
    postcode varchar,
    birth_date date
)
