using CsCheck;

namespace FluentProfiles.Tests.Writing.Single;

/// <summary>Random profiles and wanted values: once the changes are applied, nothing differs.</summary>
public sealed class RandomBetweenTests
{
    private const int Pairs = 150;

    private static readonly Gen<ProfileMap<string>> Metadata = OneOf("x", "y")
        .Array[3]
        .Select(
            Gen.Int[0, 7],
            (values, kept) =>
                new ProfileMap<string>(
                    Enumerable
                        .Range(0, 3)
                        .Where(i => (kept & (1 << i)) != 0)
                        .Select(i => KeyValuePair.Create($"k{i}", values[i]))
                )
        );

    private static readonly Gen<NewProfile> Wanted = Gen.Select(
        OneOf<string?>(null, "", "Ada", "ada", "Łódź \"🎈\""),
        Metadata,
        OneOf<AccessType>(default, AccessType.Application, AccessType.Passthrough),
        OneOf<string?>(null, "DE", "FR"),
        OneOf<string?>(null, "r-1", "R-1"),
        OneOf<DateTimeOffset?>(
            null,
            TestProfiles.Start,
            TestProfiles.Start.AddTicks(7),
            TestProfiles.Start.AddMicroseconds(3)
        ),
        (name, metadata, access, country, reference, onboarded) =>
            new NewProfile
            {
                Name = name,
                Metadata = metadata,
                AccessType = access,
                ExternalUserDetails = new()
                {
                    Country = country,
                    ReferenceId = reference,
                    OnboardedAt = onboarded,
                },
            }
    );

    [Fact]
    public async Task ChangesApplied_LeaveNoDifference()
    {
        await using var service = await TestService.StartAsync(0);
        var pairs = Gen.Select(Wanted, Wanted).Array[Pairs].Single();
        var differing = 0;

        foreach (var (start, wanted) in pairs)
        {
            var current = await service.Client.CreateAsync(start);
            if (ProfileChanges.Between(current, wanted) is not { } changes)
                continue;
            differing++;
            var updated = await service.Client.UpdateAsync(current.Id, changes);

            Assert.Null(ProfileChanges.Between(updated, wanted));
            Assert.Equal(wanted.Name ?? current.Name, updated.Name);
            Assert.All(
                current.Metadata,
                pair => Assert.Equal(wanted.Metadata[pair.Key] ?? pair.Value, updated.Metadata[pair.Key])
            );
        }
        Assert.InRange(differing, 1, Pairs);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
