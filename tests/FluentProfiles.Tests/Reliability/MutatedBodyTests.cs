using System.Diagnostics;
using CsCheck;
using FluentProfiles.Http.Failures;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;
using FluentProfiles.Resume;

namespace FluentProfiles.Tests.Reliability;

/// <summary>The page reader before bodies that went wrong on the way: it reads them or throws its own exception, in little time
/// and memory. <c>FLUENTPROFILES_BODIES</c> sets how many.</summary>
[Collection(AloneCollection.Name)]
public sealed class MutatedBodyTests
{
    private const ulong Seed = 20261124;
    private const long MostBytes = 64 << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    [Fact]
    public void AnyBody_IsReadOrRefusedWithATypedException()
    {
        var readers = Readers();
        var (read, refused) = (0, 0);
        for (var number = 0; number < Scale.Of("FLUENTPROFILES_BODIES", 50_000); number++)
        {
            var body = MutatedBody.Any.Generate(new PCG((uint)number, Seed), null, out _);
            foreach (var reader in readers)
            {
                if (IsReadInTime(reader, body, number))
                    read++;
                else
                    refused++;
            }
        }
        // Changes that ruin every body, or none, would try nothing.
        Assert.InRange(read / (double)(read + refused), 0.01, 0.95);
    }

    [Fact]
    public void UnchangedBody_IsRead()
    {
        Assert.All(Readers()[..^1], reader => Assert.True(IsRead(reader, Unchanged("list-ga.json"), 0)));
        Assert.True(IsRead(Readers()[^1], Unchanged("get-ga.json"), 0));
    }

    private static MutatedBody Unchanged(string file) =>
        new(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", file)));

    private static bool IsReadInTime(Action<MutatedBody> read, MutatedBody body, int number)
    {
        // A busy machine may stop any thread for longer than a body takes; it does not do so each time.
        for (var attempts = 5; ; attempts--)
        {
            var (bytes, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var isRead = IsRead(read, body, number);
            var time = Stopwatch.GetElapsedTime(start);
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            if (time < MostTime && bytes < MostBytes)
                return isRead;
            Assert.True(attempts > 1, $"Body {number} of seed {Seed}: {time}, {bytes} bytes");
        }
    }

    private static bool IsRead(Action<MutatedBody> read, MutatedBody body, int number)
    {
        try
        {
            read(body);
            return true;
        }
        catch (ProfilesProtocolException)
        {
            return false;
        }
        catch (Exception other)
        {
            throw new Xunit.Sdk.XunitException(
                $"Body {number} of seed {Seed}: {other}\n{Convert.ToBase64String(body.Body.Span)}"
            );
        }
    }

    /// <summary>Every way in which a run reads: whole profiles, a projection, conditions first and the rest of what passes, a
    /// count, an error, a single profile.</summary>
    private static Action<MutatedBody>[] Readers()
    {
        var profiles = ProfileQuery.FromItems([]);
        return
        [
            PageBy(profiles.Explain()),
            PageBy(profiles.Select(p => new { p.Name, p.ExternalUserDetails.Country }).Explain()),
            PageBy(profiles.Where(p => p.Metadata["plan"] != "none").Explain()),
            PageBy(profiles.Where(p => p.Name != "nobody").Select(p => p.Programs.Cyber!.Tiers.Count).Explain()),
            PageBy(profiles.Select(_ => 0).Explain()),
            ErrorBody,
            SingleBy(new PageReader(new(FieldMask.All))),
        ];
    }

    private static Action<MutatedBody> PageBy(QueryPlan plan)
    {
        var reader = new PageReader(PlannedReads.Of(plan.Execution, new()));
        return body =>
        {
            using var page = reader.ReadPage(body, 100);
            for (var i = 0; i < page.Profiles.Count; i++)
                _ = page.Complete(i).Id;
            _ = ExaminedPart.After(null, page.Profiles, ProfileSchema.DefaultSortKey);
        };
    }

    private static void ErrorBody(MutatedBody body) =>
        ApiErrorBody.Read(Utf8Body.Repaired(body.Body.Span) ?? body.Body.ToArray());

    private static Action<MutatedBody> SingleBy(PageReader reader) => body => reader.ReadProfile(body, null);
}
