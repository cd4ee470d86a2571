using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Changes;

/// <summary>Changes profiles of a service.</summary>
internal static class ChangingService
{
    /// <summary>Updates a profile, as a client of the platform does.</summary>
    public static void Update(this MirroredService service, int number, string body)
    {
        var path = $"/v1/user_profiles/{TestProfiles.IdOf(number)}";
        Assert.Equal(200, service.Emulator.Answer(SameAsService.Request("POST", path, body)).Status);
    }

    /// <summary>Changes profiles, and brings the changes into the mirror.</summary>
    public static async Task ChangeAsync(this MirroredService service, IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            service.Update(number, $$"""{"metadata":{"turn":"{{Guid.NewGuid()}}"} }""");
        await service.Mirror.RefreshAsync();
    }
}
