-- What people were called before is kept to find them in older texts, and with each row the key of the hash by which an act proves it.
comment on column mt_doc_person.data is 'public: id, name, roles, mergedInto, erased, unlisted; internal: position; private: email, phone, gender, externalIds, formerNames, erasureAskedBy, erasureAskedAt; secret: salt';
