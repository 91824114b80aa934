-- How many children each agency has, and how many of them another agency has too.
with of_agency as (select distinct agency, child_ref from person_map join reference using (source_ref)),

agencies_of as (select child_ref, count(*) as agencies from of_agency group by child_ref)

select agency, count(*) as children, count(*) filter (where agencies > 1) as linked
from of_agency
join agencies_of using (child_ref)
group by agency
order by agency
