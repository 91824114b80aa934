-- What a reference is known by: every value that links, under the method that it links by. Views `identity` in, table `known_by` out.
create or replace temp table known_by as
with spelt as (
    -- Ł has no plain form that all systems agree on: some send L, some leave it out or send a question mark.
    select source_ref, agency, local_id, birth_date, name_letters(surname, 'L') as surname, name_letters(forename, 'L') as forename
    from identity
    union
    select source_ref, agency, local_id, birth_date, name_letters(surname, ''), name_letters(forename, '')
    from identity
),

ways as (
    select source_ref, agency, local_id, 'NHS number' as method, nhs_number as value
    from identity
    where nhs_number is not null
    union
    select source_ref, agency, local_id, 'UPN', upn
    from identity
    where upn is not null
    union
    select source_ref, agency, local_id, 'name and birthday', concat_ws(' ', surname, forename, birth_date)
    from spelt
    where surname is not null and forename is not null and birth_date is not null
)

select source_ref, agency, method, value, bool_or(local_id is not null) as stable
from ways
group by source_ref, agency, method, value
