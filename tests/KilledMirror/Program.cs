using System.Globalization;
using FluentProfiles;
using FluentProfiles.Mirror.Tests.KilledMirror;

// Refreshes a mirror until it is killed, with a hosted refresher beside others: the address of the service, the connection string, the
// seconds of the lease, and the minutes by which the clock of the process is wrong.
if (args is ["host", var address, var connection, var lease, var wrong])
{
    await SharedRefresher.RunAsync(address, connection, SharedRefresher.Seconds(lease), SharedRefresher.Minutes(wrong));
    return 0;
}

// Asks for the profiles of references: the address of the service, the kind of the database, its file or connection string, how many
// references, and the seconds of the window.
if (args is ["references", var service, var kind, var target, var count, var window])
{
    await ReferenceWork.RunAsync(
        service,
        kind,
        target,
        int.Parse(count, CultureInfo.InvariantCulture),
        TimeSpan.FromSeconds(double.Parse(window, CultureInfo.InvariantCulture))
    );
    return 0;
}

// Runs a full pass. Killed at any moment and started anew, it goes on.
// Arguments: the address of the service, the kind of the database, its file or connection string.
using var client = new ProfilesClient(new() { BaseUrl = args[0], ApiKey = "key-of-a-test" });
await using var mirror = await Replica.OpenAsync(client, args[1], args[2]);
await mirror.RefreshAsync();
return 0;
