create database shop;
create user 'shop'@'10.30.0.%' identified by 'shop-testbed';
grant all on shop.* to 'shop'@'10.30.0.%';
use shop;
create table products (id int primary key auto_increment, name varchar(80), kind varchar(40), price decimal(8, 2));
create table customers (id int primary key auto_increment, name varchar(80), password varchar(80), card varchar(20));
create table messages (id int primary key auto_increment, sender varchar(80), body text);
insert into products (name, kind, price) values
  ('Oak table', 'tables', 349), ('Pine table', 'tables', 189), ('Reading lamp', 'lamps', 49.5),
  ('Ceiling lamp', 'lamps', 89), ('Chair "O''Hara"', 'chairs', 79), ('Bench', 'chairs', 119),
  ('Shelf', 'shelves', 65), ('Drop leaf desk', 'tables', 259), ('Union jack cushion', 'textiles', 19);
insert into customers (name, password, card) values
  ('ada', 'difference', '4000000000000001'), ('grace', 'compiler', '4000000000000002'),
  ('linus', 'kernel', '4000000000000003');
