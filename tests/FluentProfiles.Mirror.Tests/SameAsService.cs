using System.Text;
using System.Text.Json;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Storing.Rows;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests;

/// <summary>Compares a mirror with its service.</summary>
/// <param name="emulator">The service.</param>
/// <param name="mirror">The mirror.</param>
internal sealed class SameAsService(ProfileEmulator emulator, ProfileMirror mirror)
{
    /// <summary>What is stored, newest first.</summary>
    public async Task<List<MirroredProfile>> RowsAsync()
    {
        var scope = await mirror.Store.OpenAsync(default);
        await using var context = await mirror.Store.Contexts.CreateAsync(default);
        return await context
            .Set<MirroredProfile>()
            .AsNoTracking()
            .Where(row => row.Scope == scope)
            .OrderByDescending(row => row.CreatedAt)
            .ThenByDescending(row => row.Id)
            .ToListAsync();
    }

    /// <summary>Every row, with its metadata, is what a list of the service reports now, and no other row is there.</summary>
    public async Task AssertAsync()
    {
        var expected = Listed().ToDictionary(row => row.Id);
        var rows = await RowsAsync();
        Assert.Equal(expected.Keys.Order(), rows.Select(row => row.Id).Order());
        foreach (var row in rows)
        {
            var listed = expected[row.Id];
            Assert.Equal(Encoding.UTF8.GetString(listed.Json), Encoding.UTF8.GetString(row.Json));
            Assert.Equal(listed.Hash, row.Hash);
            Assert.Equal(listed.Profile.ExternalUserDetails.ReferenceId, row.ReferenceId);
            Assert.Equal(listed.Profile.EnforcementStatus.ToString(), row.EnforcementStatus ?? "");
        }
        Assert.Equal(rows.Count, (await mirror.GetStatusAsync()).Rows);
        await AssertMetadataAsync(expected.Values, rows.ToDictionary(row => row.Key, row => row.Id));
    }

    /// <summary>What the service lists now, without a request.</summary>
    public List<ProfileRow> Listed()
    {
        List<ProfileRow> rows = [];
        for (string? cursor = ""; cursor is not null; )
        {
            var page = emulator.Answer(Request("GET", $"/v1/user_profiles?limit=100{cursor}"));
            Assert.Equal(200, page.Status);
            using var json = JsonDocument.Parse(page.Body);
            foreach (var profile in json.RootElement.GetProperty("data").EnumerateArray())
                rows.Add(mirror.Store.Rows.Read(Encoding.UTF8.GetBytes(profile.GetRawText()), default));
            var next = json.RootElement.GetProperty("next_page").GetString();
            cursor = next is null ? null : $"&page={Uri.EscapeDataString(next)}";
        }
        return rows;
    }

    /// <summary>A request that the emulator can answer without a socket.</summary>
    public static EmulatorRequest Request(string method, string target, string body = "") =>
        new()
        {
            Method = method,
            PathAndQuery = target,
            Body = body,
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Authorization"] = "Bearer key-of-a-test",
                ["anthropic-version"] = "2026-10-21",
                ["Content-Type"] = "application/json",
            },
        };

    private async Task AssertMetadataAsync(IEnumerable<ProfileRow> expected, Dictionary<long, string> ids)
    {
        var scope = await mirror.Store.OpenAsync(default);
        await using var context = await mirror.Store.Contexts.CreateAsync(default);
        var pairs = await context
            .Set<MirroredMetadata>()
            .AsNoTracking()
            .Where(pair => pair.Scope == scope)
            .ToListAsync();
        Assert.Equal(
            expected.SelectMany(row => row.Profile.Metadata.Select(pair => (row.Id, pair.Key, pair.Value))).Order(),
            pairs.Select(pair => (ids[pair.Profile], pair.Key, pair.Value)).Order()
        );
    }
}
