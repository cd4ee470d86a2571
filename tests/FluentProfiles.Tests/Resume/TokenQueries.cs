using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Resume;

/// <summary>Queries whose tokens have every form there is, over a client that needs no socket.</summary>
internal sealed class TokenQueries : IDisposable
{
    private readonly ProfilesClient client;
    private readonly string[] lookedUp = TestProfiles.Ids(Enumerable.Range(3, 40));

    public TokenQueries(int count = 60)
    {
        // Five at a time were created at one instant.
        Profiles =
        [
            .. TestProfiles
                .Many(count)
                .Select(
                    (profile, number) =>
                        new UserProfile
                        {
                            Id = profile.Id,
                            Name = profile.Name,
                            CreatedAt = TestProfiles.Start.AddMinutes(number / 5),
                            Metadata = profile.Metadata,
                            EnforcementStatus = profile.EnforcementStatus,
                        }
                ),
        ];
        Emulator = ProfileEmulator.Create(new() { Profiles = Profiles });
        client = new(
            new()
            {
                BaseUrl = Emulator.BaseUrl,
                ApiKey = TestService.Key,
                MaxRetries = 0,
            },
            new HttpClient(Emulator.CreateHandler())
        );
        All = new()
        {
            ["everything"] = Query,
            ["oldest first"] = Query.OrderBy(p => p.CreatedAt),
            ["by name"] = Query.OrderBy(p => p.Name),
            ["conditions"] = Query.Where(p => p.Metadata["plan"] != "free" && p.EnforcementStatus == "banned"),
            ["clock"] = Query.Where(p => p.CreatedAt < DateTimeOffset.UtcNow.AddDays(-1)),
            ["window"] = Query.Where(p => p.Name != null).Skip(2).Take(30),
            ["look-ups"] = Query.Where(p => lookedUp.Contains(p.Id)),
            ["look-ups by name"] = Query.Where(p => lookedUp.Contains(p.Id)).OrderBy(p => p.Name),
            ["sorted here"] = Query.Take(40).OrderBy(p => p.Name),
            ["held back"] = Query.Skip(5).Reverse(),
            ["details"] = Query.WithDetails(),
        };
    }

    public Dictionary<string, ProfileQuery<UserProfile>> All { get; }

    public UserProfile[] Profiles { get; }

    public ProfileEmulator Emulator { get; }

    private ProfileQuery<UserProfile> Query => client.Query().WithPageSize(10);

    public void Dispose() => client.Dispose();
}
