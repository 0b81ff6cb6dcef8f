-- Who is behind the log is asked for every second: it takes a look at the registers alone, of all the streams. Marten is told to leave it be.
create index mt_streams_registers on mt_streams (tenant_id) where type = 'register';
