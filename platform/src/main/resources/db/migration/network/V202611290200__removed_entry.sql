-- An entry that was removed can be restored for a while, as it was; its words may be added anew.
alter table network_entry add removed timestamptz;
drop index network_entry_line;
create unique index network_entry_line on network_entry (md5(line)) where removed is null;
