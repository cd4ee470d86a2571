using FluentProfiles.Benchmarks.Report;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>The same questions to the service, each asked once: a run takes minutes where there are many profiles.</summary>
internal static class ServiceQuestions
{
    public static async Task<IEnumerable<Measurement>> MeasureAsync(SlowService service)
    {
        var reference = Questions.ReferenceOf(turn: 0, service.Profiles);
        return
        [
            await TimeAsync(MirrorNames.Reference, query => Questions.ByReferenceAsync(query, reference)),
            await TimeAsync(MirrorNames.Newest, Questions.NewestAsync),
            await TimeAsync(MirrorNames.Count, Questions.CountAsync),
        ];

        async Task<Measurement> TimeAsync(string scenario, Func<ProfileQuery<UserProfile>, Task> ask)
        {
            var time = await Turns.TimeAsync(_ => ask(service.Client.Query()), 0);
            return new(MirrorNames.Scenario(scenario, MirrorNames.Service), MirrorNames.Ours, time, null);
        }
    }
}
