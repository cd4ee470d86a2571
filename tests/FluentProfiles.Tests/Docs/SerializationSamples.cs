using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/serialization.md.</summary>
public sealed partial class SerializationSamples
{
    [Fact]
    public async Task Sample_WritesAProfileToACache()
    {
        await using var service = await TestService.StartAsync(3);
        Dictionary<string, byte[]> cache = [];

        var read = await CachedAsync(service.Client, cache, TestProfiles.IdOf(1));
        var cached = await CachedAsync(service.Client, cache, TestProfiles.IdOf(1));

        Json.ModelAssert.Equal(read, cached);
        Assert.Single(service.Requests);
    }

    [Fact]
    public void Sample_SendsAProfileToAQueue()
    {
        var message = Message(TestProfiles.One(1));

        Assert.Equal("DE", Received(message).ExternalUserDetails.Country);
    }

    #region serialization-cache
    public static async Task<UserProfile> CachedAsync(
        IProfilesClient client,
        IDictionary<string, byte[]> cache,
        string id
    )
    {
        if (cache.TryGetValue(id, out var bytes))
            return JsonSerializer.Deserialize<UserProfile>(bytes)!;
        var profile = await client.GetAsync(id);
        cache[id] = JsonSerializer.SerializeToUtf8Bytes(profile);
        return profile;
    }
    #endregion

    #region serialization-generated
    [JsonSerializable(typeof(UserProfile))]
    public sealed partial class AppJson : JsonSerializerContext;

    public static string Message(UserProfile profile) => JsonSerializer.Serialize(profile, AppJson.Default.UserProfile);

    public static UserProfile Received(string message) =>
        JsonSerializer.Deserialize(message, AppJson.Default.UserProfile)!;
    #endregion
}
