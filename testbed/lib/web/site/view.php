<?php
require 'shop.php';
head('Page');
echo '<pre>';
readfile(__DIR__ . '/' . ($_GET['page'] ?? 'about.txt'));
echo '</pre>';
