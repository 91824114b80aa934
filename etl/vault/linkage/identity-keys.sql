-- What a reference is known by: every value that links, under the method that it links by. View `identity` in, table `known_by` out.
create or replace temp table known_by as
with names as (
    select surname as name from identity
    union
    select forename from identity
),

-- Ł has no plain form that all systems agree on: some send L, some leave it out or send a question mark.
folded as (
    select distinct name, name_letters(name, letter) as letters
    from names
    cross join (values ('L'), ('')) as stroke(letter)
),

-- A child's rows spell the name and the birthday differently; any spelling of each that the agency has used counts.
surnames as (
    select distinct i.source_ref, f.letters as surname
    from identity as i
    join folded as f on f.name = i.surname
    where f.letters is not null
),
forenames as (
    select distinct i.source_ref, f.letters as forename
    from identity as i
    join folded as f on f.name = i.forename
    where f.letters is not null
),
birthdays as (select distinct source_ref, birth_date from identity where birth_date is not null),

ways as (
    select distinct source_ref, 'NHS number' as method, nhs_number as value
    from identity
    where nhs_number is not null
    union all
    select distinct source_ref, 'UPN', upn
    from identity
    where upn is not null
    union all
    select source_ref, 'name and birthday', concat_ws(' ', surname, forename, birth_date)
    from surnames
    join forenames using (source_ref)
    join birthdays using (source_ref)
),

holders as (
    select source_ref, any_value(agency) as agency, bool_or(local_id is not null) as stable
    from identity
    group by source_ref
)

select w.method, w.value, w.source_ref, h.agency, h.stable
from ways as w
join holders as h using (source_ref)
