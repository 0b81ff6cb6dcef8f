-- The roles beside the one that owns the tables: one to serve by, which sees a cluster at a time, and one to make reports by.
-- What they may is granted by the migrations, so run `governance migrate` after it on a database that is in use. SERVE_PASSWORD stands in psql's environment.
\getenv password SERVE_PASSWORD
create role governance_serve login password :'password';
create role governance_report;
