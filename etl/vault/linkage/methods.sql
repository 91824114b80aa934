-- Each kind of evidence, best first, and how many settled pairs rest on it.
select e.method, count(s.method) as links
from (select distinct place, method from edge) as e
left join settled as s on s.method = e.method
group by e.place, e.method
order by e.place
