-- Of what is written for meetings it is said to whom it is shown: public, internal (readers), private (secretaries and admins, or the person alone), secret (nobody).
comment on column mt_doc_proceedings.tenant_id  is 'internal: the cluster';
comment on column mt_doc_proceedings.id         is 'internal: the meeting''s';
comment on column mt_doc_proceedings.mt_version is 'internal';
comment on column mt_doc_proceedings.data       is 'internal: id, items, remarks, followUps, version; private: absences, attendance';
