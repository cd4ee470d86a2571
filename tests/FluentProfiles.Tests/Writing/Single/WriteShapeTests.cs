using System.Reflection;

namespace FluentProfiles.Tests.Writing.Single;

/// <summary>Which shape accepts which field stands in the model alone.</summary>
public sealed class WriteShapeTests
{
    private static readonly Dictionary<ApiRevision, AnthropicBeta[]> Betas = new()
    {
        [ApiRevision.V2026_03_24] = [AnthropicBeta.UserProfiles2026_03_24],
        [ApiRevision.V2026_08_18] = [AnthropicBeta.UserProfiles2026_08_18],
        [ApiRevision.V2026_09_04] = [AnthropicBeta.UserProfiles2026_09_04],
        [ApiRevision.Current] = [],
    };

    private static readonly Dictionary<string, object> Values = new()
    {
        [nameof(NewProfile.Name)] = "Ada",
        [nameof(NewProfile.Metadata)] = new ProfileMap<string> { ["a"] = "b" },
        [nameof(NewProfile.ExternalId)] = "x",
        [nameof(NewProfile.Relationship)] = Relationship.Internal,
        [nameof(NewProfile.AccessType)] = AccessType.Application,
        [nameof(NewProfile.ExternalUserOnboardedAt)] = TestProfiles.Start,
        [nameof(NewProfile.ExternalUserDetails)] = new ExternalUserDetails { Country = "DE" },
    };

    public static TheoryData<ApiRevision, string> Pairs
    {
        get
        {
            TheoryData<ApiRevision, string> pairs = [];
            foreach (var revision in Betas.Keys)
            {
                foreach (var member in Values.Keys)
                    pairs.Add(revision, member);
            }
            return pairs;
        }
    }

    [Theory]
    [InlineData(typeof(NewProfile))]
    [InlineData(typeof(ProfileChanges))]
    public void Members_AreTheWritableFieldsOfAProfile(Type type)
    {
        var writable = typeof(UserProfile)
            .GetProperties()
            .Where(property => property.GetCustomAttribute<ProfileFieldAttribute>() is { Writable: true })
            .Select(property => (property.Name, TypeIn(type, property)));

        Assert.Equal(
            writable.OrderBy(field => field.Name),
            type.GetProperties().Select(property => (property.Name, property.PropertyType)).OrderBy(field => field.Name)
        );
    }

    private static Type TypeIn(Type written, PropertyInfo field) =>
        written == typeof(NewProfile) ? field.PropertyType
        : field.Name == nameof(UserProfile.Metadata) ? typeof(MetadataChanges)
        : field.GetCustomAttribute<ProfileFieldAttribute>()!.Clearable ? typeof(Change<string>)
        : field.PropertyType;

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Field_IsSentWhereTheShapeAcceptsItAndElseRefused(ApiRevision revision, string member)
    {
        await using var service = await TestService.StartAsync(1);
        var field = typeof(UserProfile).GetProperty(member)!.GetCustomAttribute<ProfileFieldAttribute>()!;
        NewProfile profile = new();
        typeof(NewProfile).GetProperty(member)!.SetValue(profile, Values[member]);
        ProfileChanges changes = new();
        typeof(ProfileChanges).GetProperty(member)!.SetValue(changes, ChangeOf(Values[member]));

        var failures = new[]
        {
            await Record.ExceptionAsync(async () =>
                await service.Client.CreateAsync(profile, new() { Betas = Betas[revision] })
            ),
            await Record.ExceptionAsync(async () =>
                await service.Client.UpdateAsync(TestProfiles.IdOf(0), changes, new() { Betas = Betas[revision] })
            ),
        };

        if (field.IsServedBy(revision))
        {
            Assert.All(failures, Assert.Null);
            Assert.Equal(2, service.Requests.Count);
        }
        else
        {
            Assert.All(failures, failure => Assert.IsType<ProfilesConfigurationException>(failure));
            Assert.All(failures, failure => Assert.StartsWith(member, failure!.Message, StringComparison.Ordinal));
            Assert.Empty(service.Requests);
        }
    }

    private static object ChangeOf(object value) =>
        value switch
        {
            string text => (Change<string>)text,
            ProfileMap<string> pairs => (MetadataChanges)pairs,
            _ => value,
        };

    [Theory]
    [InlineData(
        ApiRevision.Current,
        nameof(NewProfile.ExternalId),
        "It has ExternalUserDetails.ReferenceId in its place"
    )]
    [InlineData(ApiRevision.Current, nameof(NewProfile.Relationship), "It has AccessType in its place")]
    [InlineData(ApiRevision.V2026_03_24, nameof(NewProfile.AccessType), "It has Relationship in its place")]
    [InlineData(ApiRevision.V2026_03_24, nameof(NewProfile.ExternalUserDetails), "Leave it out")]
    public async Task Refusal_NamesWhatToWriteInstead(ApiRevision revision, string member, string instead)
    {
        await using var service = await TestService.StartAsync(0);
        NewProfile profile = new();
        typeof(NewProfile).GetProperty(member)!.SetValue(profile, Values[member]);

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () =>
            await service.Client.CreateAsync(profile, new() { Betas = Betas[revision] })
        );

        Assert.Contains(instead, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResoldWithoutAName_ThrowsBeforeSending()
    {
        await using var service = await TestService.StartAsync(1);
        CallOptions options = new() { Betas = Betas[ApiRevision.V2026_03_24] };

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Client.CreateAsync(new() { Relationship = Relationship.Resold }, options)
        );
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await service.Client.UpdateAsync(
                TestProfiles.IdOf(0),
                new() { Relationship = Relationship.Resold, Name = "" },
                options
            )
        );
        Assert.Empty(service.Requests);
    }
}
