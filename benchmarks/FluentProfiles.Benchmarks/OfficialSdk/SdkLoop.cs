using Anthropic;
using Anthropic.Core;
using FluentProfiles.Benchmarks.Scenarios;
using SdkProfile = Anthropic.Models.UserProfiles.UserProfile;

namespace FluentProfiles.Benchmarks.OfficialSdk;

/// <summary>The official SDK's automatic paging. Its models read a field when it is asked for, so whoever uses all fields
/// asks for all.</summary>
internal static class SdkLoop
{
    public static async Task<List<SdkProfile>> ReadAllAsync(AnthropicClient client)
    {
        List<SdkProfile> profiles = [];
        await foreach (var profile in PagesAsync(client))
        {
            FieldToucher.Touch(profile);
            profiles.Add(profile);
        }
        return profiles;
    }

    public static async Task<List<IdAndName>> ReadIdsAndNamesAsync(AnthropicClient client)
    {
        List<IdAndName> profiles = [];
        await foreach (var profile in PagesAsync(client))
            profiles.Add(new(profile.ID, profile.Name));
        return profiles;
    }

    public static async Task<List<SdkProfile>> ReadEnterpriseLatamAsync(AnthropicClient client)
    {
        List<SdkProfile> profiles = [];
        await foreach (var profile in PagesAsync(client))
        {
            var metadata = profile.Metadata;
            if (metadata.GetValueOrDefault("plan") == "enterprise" && metadata.GetValueOrDefault("region") == "latam")
                profiles.Add(profile);
        }
        return profiles;
    }

    public static async Task<int> CountAsync(AnthropicClient client)
    {
        var count = 0;
        await foreach (var _ in PagesAsync(client))
            count++;
        return count;
    }

    private static async IAsyncEnumerable<SdkProfile> PagesAsync(AnthropicClient client)
    {
        IPage<SdkProfile> first = await client.UserProfiles.List(new() { Limit = 100 });
        await foreach (var profile in first.Paginate())
            yield return profile;
    }
}
