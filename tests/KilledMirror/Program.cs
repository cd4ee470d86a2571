using FluentProfiles;
using FluentProfiles.Mirror.Tests.KilledMirror;

// Runs a full pass. Killed at any moment and started anew, it goes on.
// Arguments: the address of the service, the kind of the database, its file or connection string.
using var client = new ProfilesClient(new() { BaseUrl = args[0], ApiKey = "key-of-a-test" });
await using var mirror = await Replica.OpenAsync(client, args[1], args[2]);
await mirror.RefreshAsync();
return 0;
