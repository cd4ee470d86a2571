namespace FluentProfiles.Operators;

/// <summary>Receives the progress of a query's runs. It is opaque here: a report has the plan of the run, which is made of the
/// operators.</summary>
internal abstract class ProgressReceiver;
