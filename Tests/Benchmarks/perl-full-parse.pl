#!/usr/bin/perl
# A full parse of a Postfix mail log as one would write it in Perl, for comparison: reads
# every line, follows every queue ID, and prints the totals JSON of generate-log.
#
#   LC_ALL=C perl perl-full-parse.pl LOG

use strict;
use warnings;

my $said   = qr/^host \S+ said: /;
my $server = qr/^(?:host \S+ refused to talk to me: |TLS is required, but |Cannot start TLS: )/;
my $silent = qr/^connect to \S+: (?:Connection timed out|No route to host|Network is unreachable)$/;
my $denied = qr/^connect to \S+: (?:Connection refused|No such file or directory)$/;
my $dns    = qr/^(?:(?:Host\ or\ domain\ name\ not\ found\.\ )?Name\ service\ error\ for
               |unable\ to\ look\ up\ host|TLSA\ lookup\ error\ for)\ /x;
my $closed = qr/^(?:lost connection with |conversation with \S+ timed out while )/;
my $certificate = qr/^(?:Server\ certificate\ not\ verified|no\ TLSA\ records\ found
                    |non\ DNSSEC\ destination|TLSA\ records\ unusable)$/x;

sub code_of {
    my ($reason) = @_;
    1 while $reason =~ s/^delivery temporarily suspended: //;
    return 'other'   if $reason =~ $said;
    return '4.4.317' if $reason =~ $server;
    return '4.4.315' if $reason =~ $silent;
    return '4.4.316' if $reason =~ $denied;
    return '4.4.312' if $reason =~ $dns;
    return '4.4.318' if $reason =~ $closed;
    return '4.7.320' if $reason =~ $certificate;
    return 'other';
}

my @codes = qw(4.4.312 4.4.315 4.4.316 4.4.317 4.4.318 4.7.320 other);
my %code_totals = map { $_ => { attempts => 0, messages => 0, recipients => 0 } } @codes;
my %status_totals = (sent => 0, deferred => 0, bounced => 0);
my ($lines, $messages, $recipients, $message_ids) = (0, 0, 0, 0);
my %lives;

sub read_status {
    my ($life, $recipient, $status, $reason) = @_;
    $status_totals{$status}++;
    $recipients++ unless $life->{seen}{$recipient}++;
    return unless $status eq 'deferred';
    my $code = code_of($reason);
    $code_totals{$code}{attempts}++;
    $code_totals{$code}{messages}++ unless $life->{$code};
    $code_totals{$code}{recipients}++ unless $life->{$code}{$recipient}++;
}

my $delivery = qr/^to=<([^>]*)>(?:,\ orig_to=<[^>]*>)?,\ relay=(\S+),\ delay=[\d.]+,
                \ delays=([\d.\/]+),\ dsn=([\d.]+),\ status=(\w+)\ \((.*)\)$/x;

while (my $line = <>) {
    $lines++;
    $line =~ /^\S+ (?:[ \d]\d \S+ )?\S+ postfix\/([^\[]+)\[\d+\]: ([0-9A-Za-z]{6,}): (.*)/ or next;
    my ($daemon, $queue_id, $rest) = ($1, $2, $3);
    if ($rest =~ $delivery) {
        my $life = $lives{$queue_id} or next;
        read_status($life, $1, $5, $6) if exists $status_totals{$5};
    } elsif ($daemon eq 'qmgr' && $rest eq 'removed') {
        delete $lives{$queue_id};
    } elsif ($rest =~ /^(?:client=|uid=|message-id=)/) {
        $messages++ unless $lives{$queue_id};
        $lives{$queue_id} ||= {};
        $message_ids++ if $daemon eq 'cleanup';
    }
}

my $attempts = 0;
$attempts += $_ for values %status_totals;
printf '{"lines": %d, "attempts": %d, "sent": %d, "deferred": %d, "bounced": %d, ',
    $lines, $attempts, @status_totals{qw(sent deferred bounced)};
printf '"messages": %d, "recipients": %d, "message_ids": %d, "codes": {',
    $messages, $recipients, $message_ids;
print join ', ', map {
    sprintf '"%s": {"attempts": %d, "messages": %d, "recipients": %d}',
        $_, @{$code_totals{$_}}{qw(attempts messages recipients)}
} @codes;
print "}}\n";
