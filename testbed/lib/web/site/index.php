<?php
require 'shop.php';
head('Example furniture');
foreach (database()->query('select id, name, price from products') as $row) {
    echo "<p><a href=/product.php?id={$row['id']}>{$row['name']}</a> {$row['price']}</p>\n";
}
