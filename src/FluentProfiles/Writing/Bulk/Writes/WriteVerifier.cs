using FluentProfiles.Evaluation;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Running;
using FluentProfiles.Writing.Bulk.Setters;

namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>Reads a profile again right before its write, and checks the conditions of the query again.</summary>
/// <param name="run">The run that has found it.</param>
/// <param name="setters">The setters of the write.</param>
internal sealed class WriteVerifier(QueryRun<PlannedWrite> run, IReadOnlyList<Setter> setters)
{
    private readonly ProfileCondition conditions = run.CreateConditions();
    private readonly WriteMaker maker = WriteMaker.Of(run.Plan.Operators.OfType<WriteOperator>().Last(), setters);
    private readonly PageReader reader = new(new(FieldsOf(run)));

    /// <returns>The write for the profile as it is now, or null when a condition no longer holds or the profile is
    /// gone.</returns>
    public async Task<PlannedWrite?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var profile = await run
                .Environment.Pages.ReadProfileAsync(id, budget: null, cancellationToken)
                .ConfigureAwait(false);
            return profile is null ? null : Again(profile.ReadBy(reader, id));
        }
        catch (ProfilesException failure)
        {
            failure.NoteTag(run.Plan.Tag);
            throw;
        }
    }

    private PlannedWrite? Again(UserProfile profile)
    {
        try
        {
            if (!conditions.Holds(profile))
                return null;
            lock (maker)
                return maker.Make(profile);
        }
        catch (Exception error)
        {
            return new(profile.Id, []) { Error = error };
        }
    }

    // A condition must see the same members as when the profile was found in a list, where members that only a GET reports
    // are empty.
    private static FieldMask FieldsOf(QueryRun<PlannedWrite> run) =>
        run.Plan.ReadsByGet ? FieldMask.All : FieldMask.All.Without(ProfileSchema.OnlyByGet);
}
