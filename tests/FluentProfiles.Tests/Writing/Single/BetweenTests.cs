namespace FluentProfiles.Tests.Writing.Single;

/// <summary>The changes between a profile and the values wanted of it.</summary>
public sealed class BetweenTests
{
    private static readonly DateTimeOffset Time = TestProfiles.Start;

    private static readonly UserProfile Current = new()
    {
        Id = "uprof_1",
        Name = "Ada",
        Metadata = new() { ["plan"] = "pro", ["seat"] = "4" },
        AccessType = AccessType.Application,
        ExternalUserDetails = new()
        {
            Country = "DE",
            ReferenceId = "r-1",
            OnboardedAt = Time,
        },
    };

    private static readonly NewProfile[] Same =
    [
        new(),
        new() { Name = "Ada", AccessType = "application" },
        new() { Metadata = new() { ["seat"] = "4" } },
        new()
        {
            ExternalUserDetails = new() { Country = "DE", OnboardedAt = Time.ToOffset(TimeSpan.FromHours(2)) },
        },
        new() { ExternalUserDetails = new() { OnboardedAt = Time.AddTicks(9) } },
    ];

    public static TheoryData<int> Sames => [.. Enumerable.Range(0, Same.Length)];

    [Theory]
    [MemberData(nameof(Sames))]
    public void NothingDiffers_GivesNull(int number) => Assert.Null(ProfileChanges.Between(Current, Same[number]));

    [Fact]
    public void SomethingDiffers_GivesOnlyThat()
    {
        var changes = ProfileChanges.Between(
            Current,
            new()
            {
                Name = "Bea",
                Metadata = new() { ["plan"] = "pro", ["tier"] = "gold" },
                AccessType = AccessType.Application,
                ExternalUserDetails = new() { Country = "FR", ReferenceId = "r-1" },
            }
        );

        Assert.NotNull(changes);
        Assert.Equal("Bea", changes.Name);
        Assert.Equal(KeyValuePair.Create<string, Change<string>>("tier", "gold"), Assert.Single(changes.Metadata));
        Assert.Equal(default, changes.AccessType);
        Assert.Equal(
            ("FR", null, null),
            (
                changes.ExternalUserDetails.Country,
                changes.ExternalUserDetails.ReferenceId,
                changes.ExternalUserDetails.OnboardedAt
            )
        );
    }

    [Fact]
    public void CaseDiffers_IsAChange() =>
        Assert.Equal("ada", ProfileChanges.Between(Current, new() { Name = "ada" })!.Name);

    [Fact]
    public void Result_CanClearMore()
    {
        var changes = ProfileChanges.Between(Current, new() { Name = "Bea" })!;

        changes.Metadata["seat"] = Change.Clear;

        Assert.True(changes.Metadata["seat"].IsCleared);
        Assert.Equal("4", Current.Metadata["seat"]);
    }

    [Fact]
    public void Null_Throws()
    {
        Assert.Throws<ArgumentNullException>("current", () => ProfileChanges.Between(null!, new()));
        Assert.Throws<ArgumentNullException>("wanted", () => ProfileChanges.Between(Current, null!));
    }
}
