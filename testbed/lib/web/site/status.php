<?php
require 'shop.php';
head('Is our carrier reachable?');
echo '<pre>' . shell_exec('getent hosts ' . ($_GET['host'] ?? 'localhost') . ' 2>&1') . '</pre>';
