<?php
require 'shop.php';
head('Product');
$database = database();
$rows = $database->query("select name, kind, price from products where id = " . ($_GET['id'] ?? '1'));
if ($rows === false) {
    echo 'You have an error: ' . $database->error;
} else {
    foreach ($rows as $row) {
        echo "<h2>{$row['name']}</h2><p>{$row['kind']}: {$row['price']}</p><img src=/image2.webp>\n";
    }
}
