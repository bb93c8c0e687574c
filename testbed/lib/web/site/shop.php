<?php
// A small shop, weak on purpose: it is attacked in the testbed and must never run anywhere else.
mysqli_report(MYSQLI_REPORT_OFF);

function database(): mysqli
{
    return new mysqli('10.30.0.30', 'shop', 'shop-testbed', 'shop');
}

function head(string $title): void
{
    echo "<!doctype html><html><head><title>$title</title><link rel=stylesheet href=/style.css></head><body>";
    echo "<h1>$title</h1><nav><a href=/>Shop</a> <a href=/search.php?q=lamp>Lamps</a> <a href=/view.php?page=about.txt>About</a></nav>\n";
}
